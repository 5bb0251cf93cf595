{
  "page": 3,
  "limit": 5,
  "total": 25,
  "data": [
    object,
    object,
    object,
    object,
    object
  ]
}
