/* {module}: say here what it is for. */
#include <thingspire.h>

/* To be called by a task, or by another module through a wire. */
TS_EXPORT("{interface}#run")
void run(void)
{
    ts_log("{module} runs");
}
