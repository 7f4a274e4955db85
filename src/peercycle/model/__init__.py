"""What a peer challenge cycle is: pydantic models, dates, deadlines, owners and working days."""
