#!/bin/sh
# Lays the program out for running: target/app with the thin jar, its libraries, the PostgreSQL
# programs and an AOT cache made by a training run.
# usage: assemble.sh PROJECT JDK
set -eu
project=$1
jdk=$2
app=$project/target/app
rm -rf "$app"
echo "  laying out the program"
"$jdk/bin/java" -Djarmode=tools -jar "$project/target/bandung.jar" extract --destination "$app" >/dev/null
train=$(mktemp -d)
trap 'rm -rf "$train"' EXIT
echo "  making the start-up cache (a training run)"
if env -i PATH="$PATH" HOME="$train" LANG=C.UTF-8 BANDUNG_HOME="$train/home" \
  "$jdk/bin/java" -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED -Xlog:aot=off -Xlog:cds=off \
  -XX:AOTCacheOutput="$app/bandung.aot" -Dspring.aot.enabled=true -Dbandung.training=true \
  -jar "$app/bandung.jar" serve --port 0 >"$project/target/training.log" 2>&1; then
  :
else
  echo "  the training run failed (its words are in target/training.log):"
  echo "  Bandung works without the cache, and starts a little slower"
fi
if [ -x "$train/home/postgres/programs/bin/postgres" ]; then
  mv "$train/home/postgres/programs" "$app/postgres"
fi
printf '%s %s\n' "$app" "$jdk" >"$app/built"
