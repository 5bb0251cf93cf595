{
    "user": user, // user object
    "datetime": "2017-10-09 19:03:02",
    "content": "Bonjour\r\nNous vous remercions pour avoir partager votre avis. Revenez vite !"
}
