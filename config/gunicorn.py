"""How gunicorn serves: few processes, threads for those who wait. Environment may say otherwise."""

import os

bind = os.environ.get("BIND") or f"127.0.0.1:{os.environ.get('PORT', '8000')}"
worker_class = "gthread"
workers = int(os.environ.get("WEB_CONCURRENCY", "2"))
threads = int(os.environ.get("WEB_THREADS", "4"))
timeout = 60
graceful_timeout = 10
max_requests = 2000
max_requests_jitter = 200
control_socket_disable = True
loglevel = os.environ.get("WEB_LOG", "warning")
accesslog = "-" if os.environ.get("WEB_LOG") == "info" else None
