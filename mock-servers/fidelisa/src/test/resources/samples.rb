# Runs the vendor's Ruby samples as they are printed. Arguments: folder of the samples, address of the stub.
require "base64"
require "json"
require "net/http"
require "openssl"

# the samples switch TLS on, which the stub does not have
class Net::HTTP
  def use_ssl=(_) end
end

class Till
  %w[signature headers listPrograms initShop].each do |name|
    path = File.join(ARGV[0], "#{name}.rb")
    class_eval(File.read(path, encoding: "UTF-8"), path)
  end

  def initialize
    @uri = URI(ARGV[1])
    @provider, @provider_key = "FORECOURT", "provider-test-key"
    @shop_mail = "test3@fidelisa.com"
  end

  def run
    linked = init_shop
    @shop, @shop_key = linked["uuid"], linked["key"]
    puts JSON.generate("shop" => linked, "programs" => get_programs)
  end
end

Till.new.run
