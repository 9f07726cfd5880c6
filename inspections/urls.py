from django.urls import path

from inspections.views.about import about
from inspections.views.gallery import gallery

app_name = "inspections"
urlpatterns: list = [
    path("about/", about, name="about"),
    path("about/components/", gallery, name="gallery"),
]
