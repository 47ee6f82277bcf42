"""What is done without anybody asking: standing jobs at their times, jobs that wait, rows that are to be sent."""
