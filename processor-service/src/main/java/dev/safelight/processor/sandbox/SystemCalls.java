package dev.safelight.processor.sandbox;

import java.util.Arrays;
import java.util.stream.Stream;

/**
 * Numbers of system calls (asm/unistd_64.h for x86-64, asm-generic/unistd.h for AArch64), of those
 * that a sandbox looks at.
 */
enum SystemCalls {
  // Network, and anything else that talks to other processes: refused.
  SOCKET(41, 198, true),
  SOCKETPAIR(53, 199, true),
  CONNECT(42, 203, true),
  BIND(49, 200, true),
  LISTEN(50, 201, true),
  ACCEPT(43, 202, true),
  ACCEPT4(288, 242, true),
  SENDTO(44, 206, true),
  SENDMSG(46, 211, true),
  SENDMMSG(307, 269, true),
  RECVFROM(45, 207, true),
  RECVMSG(47, 212, true),
  RECVMMSG(299, 243, true),
  SHMGET(29, 194, true),
  SHMAT(30, 196, true),
  SHMCTL(31, 195, true),
  MSGGET(68, 186, true),
  MSGSND(69, 189, true),
  MSGRCV(70, 188, true),
  MSGCTL(71, 187, true),
  SEMGET(64, 190, true),
  SEMOP(65, 193, true),
  SEMCTL(66, 191, true),
  SEMTIMEDOP(220, 192, true),
  MQ_OPEN(240, 180, true),
  MQ_UNLINK(241, 181, true),
  // Other programs and processes: refused.
  EXECVE(59, 221, true),
  EXECVEAT(322, 281, true),
  FORK(57, -1, true),
  VFORK(58, -1, true),
  PTRACE(101, 117, true),
  PROCESS_VM_READV(310, 270, true),
  PROCESS_VM_WRITEV(311, 271, true),
  PROCESS_MADVISE(440, 440, true),
  KCMP(312, 272, true),
  KILL(62, 129, true),
  TKILL(200, 130, true),
  RT_SIGQUEUEINFO(129, 138, true),
  RT_TGSIGQUEUEINFO(297, 240, true),
  PIDFD_OPEN(434, 434, true),
  PIDFD_SEND_SIGNAL(424, 424, true),
  PIDFD_GETFD(438, 438, true),
  // Changing files: refused.
  OPENAT2(437, 437, true),
  CREAT(85, -1, true),
  MKDIR(83, -1, true),
  MKDIRAT(258, 34, true),
  MKNOD(133, -1, true),
  MKNODAT(259, 33, true),
  UNLINK(87, -1, true),
  UNLINKAT(263, 35, true),
  RMDIR(84, -1, true),
  RENAME(82, -1, true),
  RENAMEAT(264, 38, true),
  RENAMEAT2(316, 276, true),
  LINK(86, -1, true),
  LINKAT(265, 37, true),
  SYMLINK(88, -1, true),
  SYMLINKAT(266, 36, true),
  CHMOD(90, -1, true),
  FCHMOD(91, 52, true),
  FCHMODAT(268, 53, true),
  CHOWN(92, -1, true),
  FCHOWN(93, 55, true),
  LCHOWN(94, -1, true),
  FCHOWNAT(260, 54, true),
  TRUNCATE(76, 45, true),
  FTRUNCATE(77, 46, true),
  FALLOCATE(285, 47, true),
  UTIME(132, -1, true),
  UTIMES(235, -1, true),
  UTIMENSAT(280, 88, true),
  FUTIMESAT(261, -1, true),
  SETXATTR(188, 5, true),
  LSETXATTR(189, 6, true),
  FSETXATTR(190, 7, true),
  REMOVEXATTR(197, 14, true),
  LREMOVEXATTR(198, 15, true),
  FREMOVEXATTR(199, 16, true),
  NAME_TO_HANDLE_AT(303, 264, true),
  OPEN_BY_HANDLE_AT(304, 265, true),
  // Changing the system, or who we are in it: refused.
  MOUNT(165, 40, true),
  UMOUNT2(166, 39, true),
  PIVOT_ROOT(155, 41, true),
  CHROOT(161, 51, true),
  SETNS(308, 268, true),
  UNSHARE(272, 97, true),
  MOVE_MOUNT(429, 429, true),
  FSOPEN(430, 430, true),
  FSCONFIG(431, 431, true),
  FSMOUNT(432, 432, true),
  OPEN_TREE(428, 428, true),
  FSPICK(433, 433, true),
  MOUNT_SETATTR(442, 442, true),
  SETUID(105, 146, true),
  SETGID(106, 144, true),
  SETREUID(113, 145, true),
  SETREGID(114, 143, true),
  SETRESUID(117, 147, true),
  SETRESGID(119, 149, true),
  SETFSUID(122, 151, true),
  SETFSGID(123, 152, true),
  SETGROUPS(116, 159, true),
  CAPSET(126, 91, true),
  SETRLIMIT(160, 164, true),
  INIT_MODULE(175, 105, true),
  FINIT_MODULE(313, 273, true),
  DELETE_MODULE(176, 106, true),
  KEXEC_LOAD(246, 104, true),
  KEXEC_FILE_LOAD(320, 294, true),
  REBOOT(169, 142, true),
  SWAPON(167, 224, true),
  SWAPOFF(168, 225, true),
  QUOTACTL(179, 60, true),
  ACCT(163, 89, true),
  SETTIMEOFDAY(164, 170, true),
  CLOCK_SETTIME(227, 112, true),
  CLOCK_ADJTIME(305, 266, true),
  ADJTIMEX(159, 171, true),
  SETHOSTNAME(170, 161, true),
  SETDOMAINNAME(171, 162, true),
  IOPL(172, -1, true),
  IOPERM(173, -1, true),
  MODIFY_LDT(154, -1, true),
  SYSLOG(103, 116, true),
  PERSONALITY(135, 92, true),
  // Parts of the kernel known for their holes, which no decoder needs: refused.
  KEYCTL(250, 219, true),
  ADD_KEY(248, 217, true),
  REQUEST_KEY(249, 218, true),
  BPF(321, 280, true),
  PERF_EVENT_OPEN(298, 241, true),
  IO_URING_SETUP(425, 425, true),
  IO_URING_ENTER(426, 426, true),
  IO_URING_REGISTER(427, 427, true),
  USERFAULTFD(323, 282, true),
  MEMFD_SECRET(447, 447, true),
  VMSPLICE(278, 75, true),
  MOVE_PAGES(279, 239, true),
  MIGRATE_PAGES(256, 238, true),
  // Looked at more closely, or used here.
  CLONE(56, 220, false),
  CLOSE(3, 57, false),
  CLONE3(435, 435, false),
  OPEN(2, -1, false),
  OPENAT(257, 56, false),
  TGKILL(234, 131, false),
  PRLIMIT64(302, 261, false),
  IOCTL(16, 29, false),
  SECCOMP(317, 277, false),
  PRCTL(157, 167, false),
  LANDLOCK_CREATE_RULESET(444, 444, false),
  LANDLOCK_ADD_RULE(445, 445, false),
  LANDLOCK_RESTRICT_SELF(446, 446, false);

  private final int x86;
  private final int arm;
  private final boolean refused;

  SystemCalls(int x86, int arm, boolean refused) {
    this.x86 = x86;
    this.arm = arm;
    this.refused = refused;
  }

  /** Its number; -1 where it does not exist. */
  int number(Architecture architecture) {
    return switch (architecture) {
      case X86_64 -> x86;
      case AARCH64 -> arm;
    };
  }

  /** Those that are refused whatever their arguments. */
  static Stream<SystemCalls> refused() {
    return Arrays.stream(values()).filter(call -> call.refused);
  }
}
