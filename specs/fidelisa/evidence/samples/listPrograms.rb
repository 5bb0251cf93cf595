def get_programs
  http = Net::HTTP.new(@uri.host, @uri.port)
  http.use_ssl = true

  request = Net::HTTP::Get.new("/api/shops/programs")
  make_hearders_request(request, true)
  response = http.request(request)
  body = JSON.parse(response.body)
  body["programs"]
end
