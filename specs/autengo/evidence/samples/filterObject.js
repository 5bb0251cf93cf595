{
vehicleState: 'inventory',
makeName: 'Ford',
kilometers: ['>=|25000', '<=|250000'],
}
