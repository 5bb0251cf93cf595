  {
      date : "2014-06-20"
      reset : false
  }
