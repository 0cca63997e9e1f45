FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY . .
RUN dotnet publish src/CommonLanguage.Server -c Release --use-current-runtime --self-contained false -o /app

FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=build /app .
RUN mkdir /data && chown $APP_UID /data
VOLUME /data
USER $APP_UID
# Others than this machine reach a container: they sign in. The first start prints a token for the first administrator.
ENV COMMONLANGUAGE_DataDirectory=/data \
    COMMONLANGUAGE_Authentication__ApiKeys=true \
    COMMONLANGUAGE_Kestrel__Endpoints__Web__Url=http://0.0.0.0:5080 \
    COMMONLANGUAGE_Kestrel__Endpoints__Grpc__Url=http://0.0.0.0:5081
EXPOSE 5080 5081
HEALTHCHECK --interval=10s --timeout=5s --start-period=20s CMD ["dotnet", "CommonLanguage.Server.dll", "--probe"]
ENTRYPOINT ["dotnet", "CommonLanguage.Server.dll"]
