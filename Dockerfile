# syntax=docker/dockerfile:1
FROM --platform=$BUILDPLATFORM mcr.microsoft.com/dotnet/sdk:10.0 AS build
ARG TARGETARCH
WORKDIR /source
ENV DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

# The restore layer changes only when a package or project file does.
COPY global.json Directory.Build.props Directory.Packages.props ./
COPY src/Nexus.Discord/Nexus.Discord.csproj src/Nexus.Discord/
COPY src/Nexus.Bot/Nexus.Bot.csproj src/Nexus.Bot/
RUN dotnet restore src/Nexus.Bot -a $TARGETARCH -p:PublishReadyToRun=true

# Only the bot and its library: no sandbox code ships. ReadyToRun instead of trimming, because EF Core
# and Quartz find types by reflection. EF's model is made ready on the way, by the tool in .config.
COPY .config/ .config/
COPY .editorconfig BannedSymbols.txt ./
COPY src/Nexus.Discord/ src/Nexus.Discord/
COPY src/Nexus.Bot/ src/Nexus.Bot/
RUN dotnet publish src/Nexus.Bot -c Release -a $TARGETARCH --no-restore --no-self-contained -p:PublishReadyToRun=true -o /app
RUN mkdir /data

FROM mcr.microsoft.com/dotnet/runtime:10.0
WORKDIR /app
COPY --from=build /app ./
COPY --from=build --chown=$APP_UID:$APP_UID /data /data
ENV DOTNET_ENVIRONMENT=Production \
    DOTNET_EnableDiagnostics=0 \
    Database__ConnectionString="Data Source=/data/nexus.db"
VOLUME /data
USER $APP_UID
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s --retries=3 CMD ["dotnet", "Nexus.Bot.dll", "--healthcheck"]
ENTRYPOINT ["dotnet", "Nexus.Bot.dll"]
