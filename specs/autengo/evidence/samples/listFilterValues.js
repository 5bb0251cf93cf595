api.get('/vehicle/filter/values', {
params: {
fields: ['makeId'],
},
});
