  {
    rulebasis : [
      {
        type : "Item",
        item : "1234",
        exclude_discount   : "true"
      }
    ]
  }
