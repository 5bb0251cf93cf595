  {
    error : "Le client ne peut pas restaurer ce cadeau"
  }
