package dev.forecourt.spring;

import org.jspecify.annotations.Nullable;

/** An account at Fidelisa: credentials, and how to call. */
class FidelisaAccount extends ClientProperties {

  private final Provider provider = new Provider();

  private final Shop shop = new Shop();

  public Provider getProvider() {
    return provider;
  }

  public Shop getShop() {
    return shop;
  }

  /** The maker of the software. */
  static final class Provider {

    /** Code that Fidelisa gave to the maker of the software. */
    private @Nullable String code;

    /** Key of the provider. It signs, and is never sent. */
    private @Nullable String key;

    public @Nullable String getCode() {
      return code;
    }

    public void setCode(@Nullable String code) {
      this.code = code;
    }

    public @Nullable String getKey() {
      return key;
    }

    public void setKey(@Nullable String key) {
      this.key = key;
    }
  }

  /** The point of sale. */
  static final class Shop {

    /** Code (uuid) of the shop. Without a shop, only operations of the provider can be called. */
    private @Nullable String code;

    /** Key of the shop. It signs, and is never sent. */
    private @Nullable String key;

    public @Nullable String getCode() {
      return code;
    }

    public void setCode(@Nullable String code) {
      this.code = code;
    }

    public @Nullable String getKey() {
      return key;
    }

    public void setKey(@Nullable String key) {
      this.key = key;
    }
  }
}
