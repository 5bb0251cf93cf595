{
and: {
vehicleState: 'inventory',
},
or: {
colorId: [3, 4, 5],
},
}
