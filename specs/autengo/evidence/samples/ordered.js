api.get('/resource', {
params: {
order: {
field: 'created',
dir: 'desc',
},
},
});
