package dev.latchkey.connectware;

/** The pair of the vendor's documentation: a request, and the certificate for the same key, which expired in 2023. */
final class Samples {
    static final String REQUEST_PEM = """
            -----BEGIN CERTIFICATE REQUEST-----
            MIICtDCCAZwCAQAwbzELMAkGA1UEBhMCREUxDzANBgNVBAgMBkJlcmxpbjEUMBIG
            A1UECgwLUm9ib3RzIEluYy4xDDAKBgNVBAsMA1ImRDENMAsGA1UEAwwEUjJEMjEc
            MBoGCSqGSIb3DQEJARYNcjJkMkBjeWJ1cy5pbzCCASIwDQYJKoZIhvcNAQEBBQAD
            ggEPADCCAQoCggEBAMIylBi8k1Hd2lxDWdwy7VwZx/iIkujSQEmZgdcBj6N/y6SI
            bLc0tZf+bFYFYgjt8tEQBOG8Myoxbf0A+8OGGdRoWyvxqmr/S/8MkVFQrbKgn00Z
            ekuiYAPT8S/OAYVyFOmkYkVJm0vDp2ddqtbMFXmvu8lgVuOrAp0D8N7AqX0ZU0sE
            g4fVGiDKgKN4qADqtwiVJoGlGBBajfz01JXDZxiPEZspXHbriV4gRoWEHTcFqg8r
            5X+YD9jLeFtWQoH9Hp7dAOcYBFKUEVcY9F7m/EfdTPp63gm7QtTxKA/zR284VAEB
            6El/1SaB0NxbUplx3TzxOfJb2itGtKTs7U6RqwUCAwEAAaAAMA0GCSqGSIb3DQEB
            CwUAA4IBAQB1z7JpdHDDRq9vXMA2cAUVAFf/bDW79d6iLCJCT6yZXNputep77ZPu
            H1+3oO/fdIt8Z98cWBxePMrEC3i+CIHvk8km6IQLUm9qFUttC7EcRjTPV0Ooooit
            XW8xsYXFhFOM+ru2glG+IELcpru/IjlrTzpiKMeRFCQEzl0YkYD6dJO60MBEXceH
            XzEe4mOj1P2J4W2pR5l1lB6yupxIenF4a6nDxQDxVdrkALsIt8FeCS43ohx85T9H
            G7b08WftAkc8JGvKoM+tOt39UdQDHMR9NP8oQQJLjWLqfQuKZFfW5RrGn3K06PcH
            DL7QMsXq4PZ3+0QzBJ6ITj3iFnlzuUpj
            -----END CERTIFICATE REQUEST-----
            """;

    static final String CERTIFICATE_PEM = """
            -----BEGIN CERTIFICATE-----
            MIIErTCCApWgAwIBAgIUKJXYJY5gJ4LLlzoJW/R/bs31jL4wDQYJKoZIhvcNAQEF
            BQAwgY0xEzARBgNVBAoMCkN5YnVzIEdtYkgxFDASBgNVBAsMC0RldmVsb3BtZW50
            MR0wGwYJKoZIhvcNAQkBFg5oZWxsb0BjeWJ1cy5pbzEQMA4GA1UEBwwHSGFtYnVy
            ZzEQMA4GA1UECAwHSGFtYnVyZzELMAkGA1UEBhMCREUxEDAOBgNVBAMMB0N5YnVz
            Q0EwHhcNMjIwNTE2MTEyMTU5WhcNMjMwNTE2MTEyMTU5WjBvMQswCQYDVQQGEwJE
            RTEPMA0GA1UECAwGQmVybGluMRQwEgYDVQQKDAtSb2JvdHMgSW5jLjEMMAoGA1UE
            CwwDUiZEMQ0wCwYDVQQDDARSMkQyMRwwGgYJKoZIhvcNAQkBFg1yMmQyQGN5YnVz
            LmlvMIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAwjKUGLyTUd3aXENZ
            3DLtXBnH+IiS6NJASZmB1wGPo3/LpIhstzS1l/5sVgViCO3y0RAE4bwzKjFt/QD7
            w4YZ1GhbK/Gqav9L/wyRUVCtsqCfTRl6S6JgA9PxL84BhXIU6aRiRUmbS8OnZ12q
            1swVea+7yWBW46sCnQPw3sCpfRlTSwSDh9UaIMqAo3ioAOq3CJUmgaUYEFqN/PTU
            lcNnGI8RmylcduuJXiBGhYQdNwWqDyvlf5gP2Mt4W1ZCgf0ent0A5xgEUpQRVxj0
            Xub8R91M+nreCbtC1PEoD/NHbzhUAQHoSX/VJoHQ3FtSmXHdPPE58lvaK0a0pOzt
            TpGrBQIDAQABoyIwIDAJBgNVHRMEAjAAMBMGA1UdJQQMMAoGCCsGAQUFBwMCMA0G
            CSqGSIb3DQEBBQUAA4ICAQBjdXkAiKIYGtCtH05prMamhYHywpSXw0OK0xm0LpYS
            JosOx9aFV4jq/EoseZVgvDt8c4j9WVPdCYf8yphuEE/23k7jA3hYXfaHfuhzvgih
            H0wSD6Zh+4jmh7DWKDVtp9b8hPfw+sGymaKdic8XSU2SC+TL4dXNAeN1HyUmjymp
            QdVAjk1AsQOv/SH3hH8rbAXJk1jhNK4gkFOJ1LryNDwvcOsrGlZKcplY+JTMGfAG
            52bamtjHToECPR8hHxlzm9EaLbuKiRZpgn63njadV+WxkOsU9OIC7voTJSmCuNfi
            v8uFglIAFKBWJeNdDqBNNfpcMNFL5tGSHo9/TKKCxDjmP7slspQ35XLYn89u267j
            Ife6vJiuvquwr7G5KZ+M9/B+eZNHHuk4ACMK98Y5qhmojPKzygm6oabG27nMDc1y
            C4CNKQe+/RyHGXmqcvnYTlGTjMZKhEjW9ZwRbreVu3Yf5XeeOy9si9k9U27mT4Q5
            t/3SlB+bbMn/o5OXR4a+gOeWUeIG9zK3oaWWneJVVOvdeC/1N64j4DF9JZn9pkD6
            0uJ3AAJ1F/7kIkkS1sfegcz6BSjd2WdB8Gh6R7VUKEOHJBDJafmDvDcTgRg+PkST
            jctusVseb/epMAFD5tDnP1GUO2bLvw47AitjLJvycyFYnz/SVE+gW957dJWqUcdI
            aw==
            -----END CERTIFICATE-----
            """;

    private Samples() {}
}
