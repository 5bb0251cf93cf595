{
    "review":review, // review object
    "type": "Neuf",
    "brand": "Volvo",
    "model": "XC60",
    "delay": "6 mois"
}
