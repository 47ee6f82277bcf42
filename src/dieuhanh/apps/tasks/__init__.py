"""From orders to tasks, and from tasks to "done, on time"."""
