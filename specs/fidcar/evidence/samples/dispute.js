{
    "review": review, // review object
    "wishContact": true,
    "wishContactTime": "morging",
    "wishContactMethod": "phone",
    "user": user, // user object
    "urgent": true,
    "status": assigned,
    "createdAt": "2019-05-24T15:26:37+02:00",
    "assignedAt": "2019-05-24T17:26:37+02:00",
    "closedAt": null,
    "confirmedAt": null
}
