curl "https://www.fidcar.com/api/local/[local_id]/contact"
  -H "Authorization: [api_key]"
  -F firstname=Thibault
  -F lastname=Henry
  -F email=thibault@fidcar.com
  -F phone=0672391759
  -F service=sav
