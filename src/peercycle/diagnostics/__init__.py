"""What is wrong with a file and where: the fault, its excerpt for people, and its forms for machines."""
