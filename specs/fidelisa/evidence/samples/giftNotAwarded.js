  {
    error : "Le client ne peut pas consommer ce cadeau"
  }
