  {
    bill :
    {
      date : "2013-01-15",
      total : "123.5"
    }
  }
