api.get('/vehicle/AIQWXW');
