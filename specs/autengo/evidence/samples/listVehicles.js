api.get('/vehicle', {
params: {
search: 'titanium',
and: {
vehicleState: 'inventory',
makeName: 'Ford',
kilometers: ['>=|25000', '<=|250000'],
firstRegistration: ['>=|2017-01-01', '<|2018-01-01']
},
or: {
colorId: [3, 4, 5],
},
order: {
field: 'created',
dir: 'desc',
},
offset: 0,
limit: 25,
},
});
