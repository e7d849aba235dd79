#include <sys/prctl.h>

// prctl is variadic, which Swift does not import.
static inline int luwte_set_dumpable(int dumpable) {
  return prctl(PR_SET_DUMPABLE, dumpable, 0, 0, 0);
}
static inline int luwte_get_dumpable(void) { return prctl(PR_GET_DUMPABLE, 0, 0, 0, 0); }
