api.get('/resource', {
params: {
offset: 50,
limit: 25,
},
});
