// SPDX-License-Identifier: EPL-2.0
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

/* A Linux node in miniature: says a word on each UART that it is given and prints the answer. */

static void greet(const char *uart) {
    struct sockaddr_un address = { .sun_family = AF_UNIX };
    strncpy(address.sun_path, strchr(uart, '=') + 1, sizeof address.sun_path - 1);
    int line = socket(AF_UNIX, SOCK_STREAM, 0);
    if (connect(line, (struct sockaddr *)&address, sizeof address) != 0) {
        printf("uart %c is not plugged in\n", uart[0]);
        return;
    }
    char answer[5] = "";
    if (write(line, "HAL8", 4) != 4 || recv(line, answer, 4, MSG_WAITALL) != 4) {
        perror("link");
        exit(2);
    }
    printf("uart %c answers %s\n", uart[0], answer);
}

int main(int count, char **words) {
    setvbuf(stdout, NULL, _IOLBF, 0);
    puts("ready");
    for (int i = 1; i + 1 < count; i += 2) {
        if (strcmp(words[i], "--uart") == 0) {
            greet(words[i + 1]);
        }
    }
#ifdef DIES
    fputs("out of luck\n", stderr);
    return 3;
#endif
    for (;;) {
        pause();
    }
}
