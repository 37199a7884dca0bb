"""What touches the machine: the system clock and the folders of the platform."""
