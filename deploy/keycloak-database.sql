-- Keycloak keeps its tables apart from the bank's.
CREATE DATABASE keycloak;
