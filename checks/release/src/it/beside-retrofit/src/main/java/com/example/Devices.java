package com.example;

import okhttp3.ResponseBody;
import retrofit2.Call;
import retrofit2.http.GET;

/** An endpoint of the vendor that the SDK has no method for. */
interface Devices {
    @GET("v1/devices")
    Call<ResponseBody> list();
}
