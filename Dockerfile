# Where this was written there was no container engine: it has not been run. docs/operating.md says more.
FROM maven:3.9-eclipse-temurin-25 AS build
WORKDIR /source
COPY pom.xml .
COPY .mvn .mvn
COPY src/main src/main
RUN mvn -B -q -Dmaven.test.skip=true -Dspotless.check.skip=true package

FROM eclipse-temurin:25-jre
RUN useradd --create-home callbook
USER callbook
WORKDIR /home/callbook
RUN mkdir data
COPY jvm.options .
COPY --from=build /source/target/quarkus-app app
ENV MALLOC_ARENA_MAX=2
EXPOSE 8080
VOLUME /home/callbook/data
ENTRYPOINT ["java", "@jvm.options", "-jar", "app/quarkus-run.jar"]
