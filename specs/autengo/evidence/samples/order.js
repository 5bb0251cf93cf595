{
order: {
field: 'created', // Valid values depending on the requested resource
dir: 'desc', // or 'asc'
},
}
