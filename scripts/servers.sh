#!/bin/sh
# Private servers for the tests of token stores: Redis, a one-node Redis cluster, PostgreSQL. All listen on 127.0.0.1 only.
#   eval "$(scripts/servers.sh start)"   starts what is not running and sets REDIS_URL, REDIS_CLUSTER_URL, POSTGRES_URL
#   scripts/servers.sh restart NAME      postgres as after a crash, or redis, which comes back empty; on the same port
#   scripts/servers.sh stop              ends what it started, by the pid files in its folder
# Installs Debian's packages where they are missing and apt-get is there. What cannot be had is left out: the tests that
# need it then say that they were skipped.
set -eu

# The folder's name is found again by a second start; it is readable to its owner and the database's user only.
folder=${SERVERS_FOLDER:-${TMPDIR:-/tmp}/effect-orange-servers.$(id -u)}

say() { echo "$*" >&2; }

install_package() {
  command -v apt-get >/dev/null 2>&1 && [ "$(id -u)" = 0 ] || return 0
  log=$(mktemp)
  # Debian would start the package's own server on its usual port.
  ! { apt-get update && RUNLEVEL=1 DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$1"; } >"$log" 2>&1 && cat "$log" >&2
  rm -f "$log"
}

free_port() {
  node -e 'const s = require("node:net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close() })'
}

is_running() { [ -s "$folder/$1.pid" ] && kill -0 "$(head -n 1 "$folder/$1.pid")" 2>/dev/null; }

# A cluster's second port is the first plus 10,000, so its first must be below 55,536.
low_port() {
  port=$(free_port)
  while [ "$port" -gt 55000 ]; do port=$((port - 10000)); done
  echo "$port"
}

start_redis() {
  name=$1
  shift
  is_running "$name" && return 0
  port=${same_port:-$(low_port)}
  mkdir -p "$folder/$name"
  redis-server --port "$port" --bind 127.0.0.1 --save '' --appendonly no --daemonize yes \
    --dir "$folder/$name" --pidfile "$folder/$name.pid" --logfile "$folder/$name.log" "$@" >/dev/null
  tries=0
  until redis-cli -h 127.0.0.1 -p "$port" ping >/dev/null 2>&1; do
    tries=$((tries + 1))
    [ "$tries" -lt 50 ] || { say "$name did not start: see $folder/$name.log"; return 1; }
    sleep 0.1
  done
  echo "$port" >"$folder/$name.port"
}

start_cluster() {
  is_running redis-cluster && return 0
  start_redis redis-cluster --cluster-enabled yes --cluster-config-file nodes.conf --cluster-announce-ip 127.0.0.1
  redis-cli -h 127.0.0.1 -p "$(cat "$folder/redis-cluster.port")" cluster addslotsrange 0 16383 >/dev/null
}

postgres_program() {
  command -v "$1" 2>/dev/null || ls /usr/lib/postgresql/*/bin/"$1" 2>/dev/null | tail -n 1
}

# PostgreSQL refuses to run as root.
postgres_user() {
  if id postgres >/dev/null 2>&1; then echo postgres; else echo nobody; fi
}

as_postgres() {
  if [ "$(id -u)" = 0 ]; then
    # A container may lack the privileges of a login session: setpriv only changes the user.
    setpriv --reuid "$(postgres_user)" --regid "$(id -g "$(postgres_user)")" --clear-groups "$@"
  else
    "$@"
  fi
}

start_postgres() {
  is_running postgres && return 0
  port=$(free_port)
  data="$folder/postgres/data"
  mkdir -p "$folder/postgres"
  rm -rf "$data"
  [ "$(id -u)" != 0 ] || chown "$(postgres_user)" "$folder/postgres"
  (
    cd "$folder/postgres"
    as_postgres "$(postgres_program initdb)" -D "$data" -U postgres --auth=trust --no-sync --encoding=UTF8 --locale=C >"$folder/postgres/initdb.log" 2>&1
    as_postgres "$(postgres_program pg_ctl)" -D "$data" -w -l "$folder/postgres/log" \
      -o "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories='$folder/postgres' -c fsync=off" start >/dev/null
  ) || { say "PostgreSQL did not start: see $folder/postgres"; return 1; }
  ln -sf "$data/postmaster.pid" "$folder/postgres.pid"
  echo "$port" >"$folder/postgres.port"
}

own_folder() {
  mkdir -p "$folder"
  # Pid files that another user wrote would make us end that user's choice of process.
  [ -O "$folder" ] || { say "$folder belongs to another user: set SERVERS_FOLDER"; exit 1; }
}

start() {
  own_folder
  chmod 711 "$folder"
  command -v redis-server >/dev/null 2>&1 || install_package redis-server
  [ -n "$(postgres_program initdb)" ] || install_package postgresql
  if command -v redis-server >/dev/null 2>&1; then
    start_redis redis && echo "export REDIS_URL=redis://127.0.0.1:$(cat "$folder/redis.port")"
    start_cluster && echo "export REDIS_CLUSTER_URL=redis://127.0.0.1:$(cat "$folder/redis-cluster.port")"
  else
    say "no Redis: its tests will be skipped"
  fi
  if [ -n "$(postgres_program initdb)" ]; then
    start_postgres && echo "export POSTGRES_URL=postgres://postgres@127.0.0.1:$(cat "$folder/postgres.port")/postgres"
  else
    say "no PostgreSQL: its tests will be skipped"
  fi
}

stop_one() {
  is_running "$1" || return 0
  pid=$(head -n 1 "$folder/$1.pid")
  # SIGINT is PostgreSQL's fast shutdown, which does not wait for clients; Redis ends by it as well.
  kill -INT "$pid" 2>/dev/null || return 0
  tries=0
  while kill -0 "$pid" 2>/dev/null && [ "$tries" -lt 50 ]; do
    tries=$((tries + 1))
    sleep 0.1
  done
}

restart() {
  own_folder
  case "$1" in
    postgres) as_postgres "$(postgres_program pg_ctl)" -D "$folder/postgres/data" -w -m immediate -l "$folder/postgres/log" restart >/dev/null ;;
    redis)
      same_port=$(cat "$folder/redis.port")
      stop_one redis
      start_redis redis
      ;;
    *) return 64 ;;
  esac
}

stop() {
  own_folder
  for name in redis redis-cluster postgres; do stop_one "$name"; done
  rm -rf "$folder"
}

case "${1:-}" in
  start) start ;;
  restart) restart "${2:-}" ;;
  stop) stop ;;
  *) say "usage: scripts/servers.sh start | restart postgres|redis | stop"; exit 64 ;;
esac
