{
    "id": "d57c6ec6-4ebd-4a01-a6fd-9771638424c9",
    "user": user, // Object user
    "contact": contact, // Object contact
    "datetime": "2017-10-10 18:00:30",
    "service": "sav",
    "grade": 10,
    "comment": "Personnel agréable et compétent",
    "survey": {
        "Accueil": 10,
        "Explications": 10,
        "Essai": 1,
        "Livraison": 8
    },
    "answer": answer, // answer object
    "status": "published"
}
