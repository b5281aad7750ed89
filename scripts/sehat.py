"""Ask the health page the way a visitor behind the proxy would; used by the container's check."""

import http.client
import os
import sys
from collections.abc import Mapping


def nama_host(env: Mapping[str, str]) -> str:
    """A host name that ALLOWED_HOSTS accepts."""
    pertama = env.get("ALLOWED_HOSTS", "").split(",")[0].strip().lstrip(".")
    return pertama if pertama not in ("", "*") else "127.0.0.1"


def kode_sehat(env: Mapping[str, str], batas: float = 5.0) -> int:
    """HTTP status of ``/sehat/``; 0 when nobody answers."""
    sambungan = http.client.HTTPConnection("127.0.0.1", int(env.get("PORT", "8000")), timeout=batas)
    try:
        sambungan.request("GET", "/sehat/", headers={"Host": nama_host(env)})
        return sambungan.getresponse().status
    except (OSError, http.client.HTTPException):
        return 0
    finally:
        sambungan.close()


if __name__ == "__main__":
    kode = kode_sehat(os.environ)
    print(kode)
    sys.exit(0 if kode == 200 else 1)
