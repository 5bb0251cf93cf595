{
search: 'xDrive',
}
