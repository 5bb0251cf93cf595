{
    "id": "d57c6ec6-4ebd-4a01-a6fd-9771638424c9",
    "user": user, // Object user
    "pro": false,
    "service": "sav",
    "datetime": "2017-10-10 18:00:30",
    "review": review, // Object review
    "communication": [
        communication, // Object communication
        communication, // Object communication
        communication, // Object communication
        communication // Object communication
    ],
    "brand": 'Volvo',
    "model": 'XC 60',
    "seller": 'Quentin Porcet',
    "immat": "AZ-232-DZ",
    "vin": "ABC4513321K05ZDHA",
    "km": 239143,
    "mec": "2015-10-01",
    "origin": "web"
}
