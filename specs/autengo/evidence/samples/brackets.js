str = qs.stringify({
nested: {
objects: {
and: ['arrays', 'are'],
not: 'standardized',
}
}
});
str = decodeURIComponent(str);
// ?nested[objects][and][]=arrays
// &nested[objects][and][]=are
// &nested[objects][not]=standardized
console.log(str);
