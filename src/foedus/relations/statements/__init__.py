"""What an actor says of a topic, and whether it fell silent."""
