package dev.forecourt.benchmarks;

import dev.forecourt.claire.model.Appointment;
import dev.forecourt.claire.model.Tag;
import java.io.IOException;
import java.util.List;
import retrofit2.Call;
import retrofit2.Response;
import retrofit2.Retrofit;
import retrofit2.converter.jackson.JacksonConverterFactory;
import retrofit2.http.GET;
import retrofit2.http.Header;
import retrofit2.http.Path;
import retrofit2.http.Query;

/** Retrofit's way: an interface by hand, its own OkHttp, its Jackson converter; our models. */
final class ByRetrofit implements Contestant {
  private final Api api;

  ByRetrofit(String baseUrl) {
    api =
        new Retrofit.Builder()
            .baseUrl(baseUrl + "/")
            .addConverterFactory(JacksonConverterFactory.create(OurModels.plainMapper()))
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
  public String facts(Object answer) {
    return OurModels.facts(answer);
  }

  private interface Api {
    @GET("v1/tags")
    Call<List<Tag>> listTags(@Header("Authorization") String key);

    @GET("v1/appointments/{id}")
    Call<Appointment> getAppointment(@Header("Authorization") String key, @Path("id") long id);

    @GET("v1/appointments")
    Call<List<Appointment>> listAppointmentsByDmsNumber(
        @Header("Authorization") String key,
        @Query("location_id") long locationId,
        @Query("dms_nr") String dmsNr);
  }
}
