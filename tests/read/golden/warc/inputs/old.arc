filedesc://old.arc 0.0.0.0 20040301100000 text/plain 68
1 0 Example
URL IP-address Archive-date Content-type Archive-length

http://old.example/ 10.0.0.1 20040301100000 text/html 166
HTTP/1.0 200 OK
Content-Type: text/html

<html><head><title>An old capture</title></head><body><p>An old capture: the harbour was full on Monday.</p></body></html>
