{
and: {
firstRegistration: ['>=|2017-01-01', '<|2018-01-01']
},
}
