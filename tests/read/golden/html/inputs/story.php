<!-- made by a server -->
<html><head><title>Ferry</title></head><body><article><h1>Ferry back after two years</h1><p>The ferry sailed again on Monday after two years, the harbour office said.</p><p>“It took two years,” said Ada Berg, the owner.</p></article></body></html>
