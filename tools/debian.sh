#!/usr/bin/env bash
# Installs those of the named Debian packages that are missing; a missing one that cannot be installed fails.
set -euo pipefail
missing=()
for package in "$@"; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' ||
        missing+=("$package")
done
[ ${#missing[@]} -eq 0 ] && exit 0
sudo=()
if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || {
        echo "缺少系统软件包：${missing[*]}。请以管理员身份安装：apt-get install ${missing[*]}" >&2
        exit 1
    }
    sudo=(sudo)
fi
echo "安装系统软件包：${missing[*]}"
"${sudo[@]}" apt-get update -qq
DEBIAN_FRONTEND=noninteractive "${sudo[@]}" apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
