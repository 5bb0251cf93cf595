package dev.forecourt.benchmarks;

import dev.forecourt.benchmarks.stockfeign.model.Appointment;
import dev.forecourt.benchmarks.stockfeign.model.AppointmentImportBatch;
import dev.forecourt.benchmarks.stockfeign.model.Tag;
import java.io.IOException;
import java.util.List;
import retrofit2.Call;
import retrofit2.Response;
import retrofit2.Retrofit;
import retrofit2.converter.jackson.JacksonConverterFactory;
import retrofit2.http.Body;
import retrofit2.http.GET;
import retrofit2.http.Header;
import retrofit2.http.Headers;
import retrofit2.http.POST;
import retrofit2.http.Path;
import retrofit2.http.Query;

/** Retrofit's way: an interface by hand, its own OkHttp as it comes, its Jackson converter. */
final class ByRetrofit implements Contestant {
  private final Api api;

  ByRetrofit(String baseUrl) {
    api =
        new Retrofit.Builder()
            .baseUrl(baseUrl + "/")
            .addConverterFactory(JacksonConverterFactory.create(StockModels.mapper()))
            .build()
            .create(Api.class);
  }

  @Override
  public Object call(Answer answer) throws IOException {
    Response<?> response =
        switch (answer) {
          case TAGS -> api.listTags(Library.KEY).execute();
          case APPOINTMENT -> api.getAppointment(Library.KEY, 4711823).execute();
          case APPOINTMENTS ->
              api.listAppointmentsByDmsNumber(Library.KEY, 312, "C-10022").execute();
        };
    if (!response.isSuccessful() || response.body() == null) {
      throw new IOException("status " + response.code());
    }
    return response.body();
  }

  @Override
  public void change() throws IOException {
    Response<Void> response = api.importAppointments(Library.KEY, StockModels.batch()).execute();
    if (!response.isSuccessful()) {
      throw new IOException("status " + response.code());
    }
  }

  @Override
  public String facts(Object answer) {
    return StockModels.facts(answer);
  }

  // the others send Accept, too
  private interface Api {
    @Headers("Accept: application/json")
    @GET("v1/tags")
    Call<List<Tag>> listTags(@Header("Authorization") String key);

    @Headers("Accept: application/json")
    @GET("v1/appointments/{id}")
    Call<Appointment> getAppointment(@Header("Authorization") String key, @Path("id") long id);

    @Headers("Accept: application/json")
    @GET("v1/appointments")
    Call<List<Appointment>> listAppointmentsByDmsNumber(
        @Header("Authorization") String key,
        @Query("location_id") long locationId,
        @Query("dms_nr") String dmsNr);

    @Headers("Accept: application/json")
    @POST("v1/appointments/import")
    Call<Void> importAppointments(
        @Header("Authorization") String key, @Body AppointmentImportBatch batch);
  }
}
