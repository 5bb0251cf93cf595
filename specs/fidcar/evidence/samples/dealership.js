{
    "id": 1325,
    "code": "DCUZ1123",
    "publicKey": "4a5bc929b3a8a2a23cca0ba5985dazzd3",
    "title": "Garage Automobiles du Nord",
    "street": "13 rue du Général Leclerc",
    "zipcode": "78310",
    "city": "Villerain sur Seine",
    "country": "FR",
    "coords": [
        "48.26900",
        "-1.11800"
    ],
    "phone": "01 69 65 24 02",
    "website": "http://www.garage-automobile-du-nord.fr/",
    "siret": "81426458802142",
    "grade": "9.40",
    "url": "https://www.fidcar.dev/app_dev.php/fr/local/1325/garage-automobile-du-nord",
    "reviews": 231,
    "brands": [
        "BMW",
        "Mini"
    ],
    "social": {
        "facebook": "6.70",
        "google": "7.90",
        "pagesjaunes": false
    },
    "bridge": bridge // Bridge object
}
