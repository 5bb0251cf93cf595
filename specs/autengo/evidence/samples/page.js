{
list: Array,
total: Integer,
offset: Integer,
limit: Integer,
}
