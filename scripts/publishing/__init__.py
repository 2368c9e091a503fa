"""Put a built site where readers find it: into a folder that a web server shows, or on a Git branch."""
