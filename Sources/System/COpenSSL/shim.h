// SHA-256's plain state is deprecated for EVP's, which allocates at each copy
// (Documentation/Decisions/0038-hmac-on-copied-states.md).
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/evp.h>
#include <openssl/core_names.h>
#include <openssl/params.h>
#include <openssl/kdf.h>
#include <openssl/crypto.h>
#include <openssl/rand.h>
#include <openssl/sha.h>
#include <openssl/err.h>
