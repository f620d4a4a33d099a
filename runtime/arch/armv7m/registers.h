// SPDX-License-Identifier: EPL-2.0
#pragma once

#include <stdint.h>

/* Registers of the ARMv7-M and ARMv8-M cores: ARM DDI 0403, chapter B3, and DDI 0553, chapter D1. */
#define TS_REGISTER(address) (*(volatile uint32_t *)(address))

#define SYST_CSR TS_REGISTER(0xE000E010)
#define SYST_CSR_RUN 7u                     /* processor clock, interrupt, enable */
#define SYST_RVR TS_REGISTER(0xE000E014)
#define SYST_CVR TS_REGISTER(0xE000E018)

#define NVIC_ISER ((volatile uint32_t *)0xE000E100)
#define NVIC_ICER ((volatile uint32_t *)0xE000E180)
#define NVIC_IPR ((volatile uint8_t *)0xE000E400)

#define SCB_ICSR TS_REGISTER(0xE000ED04)
#define SCB_ICSR_PENDSVSET (1u << 28)
#define SCB_ICSR_PENDSTSET (1u << 26)
#define SCB_CCR TS_REGISTER(0xE000ED14)
#define SCB_CCR_DIV_0_TRP (1u << 4)
#define SCB_SHPR ((volatile uint8_t *)0xE000ED18) /* [0] is that of exception 4 */
#define SCB_SHCSR TS_REGISTER(0xE000ED24)
#define SCB_SHCSR_FAULTS_ENABLED (7u << 16) /* usage, bus and memory management fault */
#define SCB_SHCSR_FAULTS_PENDED (7u << 12)
#define SCB_CFSR TS_REGISTER(0xE000ED28)
#define SCB_CFSR_MSTKERR (1u << 4)
#define SCB_CFSR_MMARVALID (1u << 7)
#define SCB_CFSR_STKERR (1u << 12)
#define SCB_CFSR_UNDEFINSTR (1u << 16)
#define SCB_CFSR_STKOF (1u << 20)           /* ARMv8-M: below the stack limit */
#define SCB_CFSR_UNALIGNED (1u << 24)
#define SCB_MMFAR TS_REGISTER(0xE000ED34)
#define SCB_CPACR TS_REGISTER(0xE000ED88)
#define SCB_CPACR_FPU (0xfu << 20)

#define MPU_CTRL TS_REGISTER(0xE000ED94)
#define MPU_CTRL_ENABLE 5u                  /* with the default map as the background of privileged code */
#define MPU_RBAR TS_REGISTER(0xE000ED9C)
#define MPU_RBAR_VALID (1u << 4)            /* the region's number is in the low bits */
#define MPU_RASR TS_REGISTER(0xE000EDA0)
#define MPU_RASR_EXECUTE_NEVER (1u << 28)
#define MPU_RASR_READ_WRITE (3u << 24)
#define MPU_RASR_NO_ACCESS (0u << 24)
#define MPU_RASR_NORMAL_MEMORY (6u << 16)   /* TEX 0, S, C: internal SRAM */
#define MPU_RASR_SIZE(log2) (((log2) - 1u) << 1)
#define MPU_RASR_ENABLE 1u

/* ARMv8-M describes regions otherwise. */
#define MPU_RNR TS_REGISTER(0xE000ED98)
#define MPU_RBAR_READ_WRITE (1u << 1)
#define MPU_RBAR_EXECUTE_NEVER 1u
#define MPU_RLAR TS_REGISTER(0xE000EDA0)
#define MPU_RLAR_ENABLE 1u                  /* with the attributes 0 of MPU_MAIR0 */
#define MPU_MAIR0 TS_REGISTER(0xE000EDC0)
#define MPU_MAIR0_NORMAL_MEMORY 0xaau       /* write-through */

#define FPU_FPCCR TS_REGISTER(0xE000EF34)
#define FPU_FPCCR_LSPACT 1u

#define TS_EXCEPTION_MEMORY 4
#define TS_EXCEPTION_USAGE 6
#define TS_EXCEPTION_PENDSV 14
#define TS_EXCEPTION_SYSTICK 15
#define TS_FIRST_INTERRUPT 16
